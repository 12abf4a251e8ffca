package org.cbthomework.demo.input;

import org.cbthomework.demo.harness.EhrOnPostgreSql;

@EhrOnPostgreSql
class InputOnPostgreSqlTest extends InputContract {}
