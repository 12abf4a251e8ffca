package org.cbthomework.demo.access;

import org.cbthomework.demo.harness.EhrOnPostgreSql;

@EhrOnPostgreSql
class GrantsOnPostgreSqlTest extends GrantsContract {}
