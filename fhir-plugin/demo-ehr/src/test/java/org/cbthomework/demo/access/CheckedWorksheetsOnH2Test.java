package org.cbthomework.demo.access;

import org.cbthomework.demo.harness.EhrOnH2;

@EhrOnH2
class CheckedWorksheetsOnH2Test extends CheckedWorksheetsContract {}
