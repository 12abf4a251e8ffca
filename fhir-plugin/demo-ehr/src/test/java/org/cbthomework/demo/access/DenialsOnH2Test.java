package org.cbthomework.demo.access;

import org.cbthomework.demo.harness.EhrOnH2;

@EhrOnH2
class DenialsOnH2Test extends DenialsContract {}
