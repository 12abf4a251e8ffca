package org.cbthomework.demo;

import org.cbthomework.demo.harness.EhrOnH2;

@EhrOnH2
class ServerOnH2Test extends ServerContract {}
