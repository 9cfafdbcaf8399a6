/** From what is declared, in the cluster and in the database to the steps that rotate credentials. Pure. */
@NullMarked
package dev.plumbline.plan.rotation;

import org.jspecify.annotations.NullMarked;
