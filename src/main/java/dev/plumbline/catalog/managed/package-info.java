/** What a server knows of the logins that versions of a schema have been given. */
@NullMarked
package dev.plumbline.catalog.managed;

import org.jspecify.annotations.NullMarked;
