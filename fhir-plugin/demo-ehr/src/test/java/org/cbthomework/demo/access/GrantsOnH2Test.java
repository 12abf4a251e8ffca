package org.cbthomework.demo.access;

import org.cbthomework.demo.harness.EhrOnH2;

@EhrOnH2
class GrantsOnH2Test extends GrantsContract {}
