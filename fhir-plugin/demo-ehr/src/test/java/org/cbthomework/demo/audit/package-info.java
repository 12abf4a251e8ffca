/** What the audit tells of requests to a whole server, on both databases. */
@NullMarked
package org.cbthomework.demo.audit;

import org.jspecify.annotations.NullMarked;
