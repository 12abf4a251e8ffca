package org.cbthomework.demo.audit;

import org.cbthomework.demo.harness.EhrOnH2;

@EhrOnH2
class AuditedBundleOnH2Test extends AuditedBundleContract {}
