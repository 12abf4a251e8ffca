/** The library and its example responses before HAPI's validator, without a network. */
@NullMarked
package org.cbthomework.questionnaires.validation;

import org.jspecify.annotations.NullMarked;
