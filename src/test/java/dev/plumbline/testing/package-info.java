/** What the tests of all rooms share: running servers of every major version. */
@NullMarked
package dev.plumbline.testing;

import org.jspecify.annotations.NullMarked;
