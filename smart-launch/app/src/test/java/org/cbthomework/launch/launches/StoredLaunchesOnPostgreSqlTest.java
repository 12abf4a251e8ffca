package org.cbthomework.launch.launches;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;

class StoredLaunchesOnPostgreSqlTest extends StoredLaunchesContract {

    private static final class Started {
        private static final DataSource DATABASE = start();
    }

    private static DataSource start() {
        try {
            return EmbeddedPostgres.start().getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    DataSource database() {
        return Started.DATABASE;
    }
}
