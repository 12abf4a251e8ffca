package org.cbthomework.demo.input;

import org.cbthomework.demo.harness.EhrOnPostgreSql;

@EhrOnPostgreSql
class TransportOnPostgreSqlTest extends TransportContract {}
