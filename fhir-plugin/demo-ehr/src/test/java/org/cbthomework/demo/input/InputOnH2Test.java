package org.cbthomework.demo.input;

import org.cbthomework.demo.harness.EhrOnH2;

@EhrOnH2
class InputOnH2Test extends InputContract {}
