package org.cbthomework.demo;

import org.cbthomework.demo.harness.EhrOnH2;

@EhrOnH2
class StorageHooksOnH2Test extends StorageHooksContract {}
