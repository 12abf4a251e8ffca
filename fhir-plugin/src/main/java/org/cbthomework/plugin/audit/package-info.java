/** Who did what, and who was refused: AuditEvents by the profiles of IHE BALP, one set for each request of a client. */
@NullMarked
package org.cbthomework.plugin.audit;

import org.jspecify.annotations.NullMarked;
