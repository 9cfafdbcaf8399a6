package dev.plumbline.pg.rds;

import dev.plumbline.model.Secret;
import org.jspecify.annotations.Nullable;

/** Who signs: an access key, its secret, and the session's token for a login that ends. */
record AwsKeys(String id, Secret secret, @Nullable Secret session) {}
