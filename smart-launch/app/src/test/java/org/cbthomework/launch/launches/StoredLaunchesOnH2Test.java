package org.cbthomework.launch.launches;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class StoredLaunchesOnH2Test extends StoredLaunchesContract {

    private static final DataSource DATABASE =
            new DriverManagerDataSource("jdbc:h2:mem:launches;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000");

    @Override
    DataSource database() {
        return DATABASE;
    }
}
