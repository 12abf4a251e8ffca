package org.cbthomework.demo.audit;

import org.cbthomework.demo.harness.EhrOnPostgreSql;

@EhrOnPostgreSql
class AuditedRefusalOnPostgreSqlTest extends AuditedRefusalContract {}
