package org.cbthomework.demo.homework;

import org.cbthomework.demo.harness.EhrOnH2;

@EhrOnH2
class AgreementOnH2Test extends AgreementContract {}
