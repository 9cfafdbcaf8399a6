SELECT k.word FROM pg_catalog.pg_get_keywords() AS k WHERE k.catcode OPERATOR(pg_catalog.<>) 'U'
