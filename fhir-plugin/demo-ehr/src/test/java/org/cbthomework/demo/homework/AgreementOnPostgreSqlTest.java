package org.cbthomework.demo.homework;

import org.cbthomework.demo.harness.EhrOnPostgreSql;

@EhrOnPostgreSql
class AgreementOnPostgreSqlTest extends AgreementContract {}
