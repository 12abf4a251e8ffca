package org.cbthomework.demo.input;

import org.cbthomework.demo.harness.EhrOnH2;

@EhrOnH2
class TransportOnH2Test extends TransportContract {}
