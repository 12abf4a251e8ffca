package org.cbthomework.demo;

import org.cbthomework.demo.harness.EhrOnPostgreSql;

@EhrOnPostgreSql
class StorageHooksOnPostgreSqlTest extends StorageHooksContract {}
