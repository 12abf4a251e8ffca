package org.cbthomework.demo.access;

import org.cbthomework.demo.harness.EhrOnH2;

@EhrOnH2
class AllowedOnH2Test extends AllowedContract {}
