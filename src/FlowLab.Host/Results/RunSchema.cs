namespace FlowLab.Host.Results;

/// <summary>The tables of run.sqlite.</summary>
internal static class RunSchema
{
    /// <summary>"FLAB" in SQLite's application_id, by which a run's database is told from any other.</summary>
    public const long ApplicationId = 0x464C4142;

    /// <summary>Raised when the tables change.</summary>
    public const long Version = 4;

    /// <summary>The oldest layout that is read, and brought up to date when it is written to.</summary>
    public const long OldestVersion = 1;

    /// <summary>
    /// The keyed tables are WITHOUT ROWID: their rows lie in the order of the key whichever way they came in, so an interrupted
    /// and resumed run leaves the same rows in the same order as one that was never stopped. NaN is stored as NULL.
    /// </summary>
    public const string Tables = """
        CREATE TABLE environment(position INTEGER NOT NULL, key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE axes(position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE cells(
            cell INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, labels TEXT NOT NULL, settings TEXT NOT NULL,
            status TEXT NOT NULL, updates_done INTEGER NOT NULL);
        CREATE TABLE metric_descriptions(
            position INTEGER NOT NULL, name TEXT PRIMARY KEY, label TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL,
            lower_is_better INTEGER) WITHOUT ROWID;
        CREATE TABLE training_curve(
            cell INTEGER NOT NULL REFERENCES cells, metric TEXT NOT NULL, seed INTEGER NOT NULL, step INTEGER NOT NULL, value REAL,
            PRIMARY KEY(cell, metric, seed, step)) WITHOUT ROWID;
        CREATE TABLE results(
            cell INTEGER NOT NULL REFERENCES cells, metric TEXT NOT NULL REFERENCES metric_descriptions, seed INTEGER NOT NULL, value REAL,
            PRIMARY KEY(cell, metric, seed)) WITHOUT ROWID;
        CREATE TABLE events(
            id INTEGER PRIMARY KEY, utc TEXT NOT NULL, cell INTEGER REFERENCES cells, seed INTEGER, step INTEGER,
            kind TEXT NOT NULL, message TEXT NOT NULL);
        CREATE TABLE densities(
            id INTEGER PRIMARY KEY, cell INTEGER NOT NULL REFERENCES cells, name TEXT NOT NULL, seed INTEGER,
            minimum REAL NOT NULL, maximum REAL NOT NULL, resolution INTEGER NOT NULL, "values" BLOB NOT NULL);
        CREATE INDEX densities_of_cell ON densities(cell);
        """;

    /// <summary>The tables that layout 2 added.</summary>
    public const string Pictures = """
        CREATE TABLE image_sheets(
            id INTEGER PRIMARY KEY, cell INTEGER NOT NULL REFERENCES cells, seed INTEGER NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
            channels INTEGER NOT NULL, height INTEGER NOT NULL, width INTEGER NOT NULL, count INTEGER NOT NULL, pixels BLOB NOT NULL);
        CREATE INDEX image_sheets_of_cell ON image_sheets(cell);
        CREATE TABLE latent_points(
            id INTEGER PRIMARY KEY, cell INTEGER NOT NULL REFERENCES cells, seed INTEGER NOT NULL, label TEXT NOT NULL,
            x BLOB NOT NULL, y BLOB NOT NULL, classes BLOB);
        CREATE INDEX latent_points_of_cell ON latent_points(cell);
        """;

    /// <summary>What layout 3 added: why a number is missing, what the audit found, and which data a cell was trained on.</summary>
    public const string Audit = """
        ALTER TABLE results ADD COLUMN reason TEXT NOT NULL DEFAULT '';
        CREATE TABLE audit(
            cell INTEGER NOT NULL REFERENCES cells, position INTEGER NOT NULL, number TEXT NOT NULL, seed INTEGER NOT NULL, severity TEXT NOT NULL,
            metrics TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY(cell, position)) WITHOUT ROWID;
        CREATE TABLE cell_data(cell INTEGER PRIMARY KEY REFERENCES cells, target TEXT NOT NULL, protocol TEXT NOT NULL, fingerprint TEXT NOT NULL);
        """;

    /// <summary>What layout 4 added: what a model has to know of its data to be sampled where they are not.</summary>
    public const string DataShapes = """
        ALTER TABLE cell_data ADD COLUMN channels INTEGER;
        ALTER TABLE cell_data ADD COLUMN height INTEGER;
        ALTER TABLE cell_data ADD COLUMN width INTEGER;
        ALTER TABLE cell_data ADD COLUMN kind TEXT;
        """;

    /// <summary>What brings a database from each layout to the next one, the oldest first.</summary>
    public static IReadOnlyList<(long To, string Statements)> Migrations { get; } = [(2, Pictures), (3, Audit), (4, DataShapes)];
}
