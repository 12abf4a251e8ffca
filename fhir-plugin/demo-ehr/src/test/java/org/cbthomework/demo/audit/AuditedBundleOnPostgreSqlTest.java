package org.cbthomework.demo.audit;

import org.cbthomework.demo.harness.EhrOnPostgreSql;

@EhrOnPostgreSql
class AuditedBundleOnPostgreSqlTest extends AuditedBundleContract {}
