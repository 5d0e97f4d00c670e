using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Results;

/// <summary>
/// The database of a run. One process writes, any number may read meanwhile (write-ahead log). Every call is one transaction that
/// is on the disk when the call returns. Rows of a checkpoint go in before the checkpoint file is written; when a run is resumed
/// from an older file, <see cref="DiscardAfter"/> takes out what that file does not know.
/// </summary>
public sealed partial class RunStore : IDisposable
{
    private const int BusyTimeoutSeconds = 5;

    private readonly string _file;
    private readonly SqliteConnection _connection;
    private readonly RunLock? _lock;
    private ReadingCopy? _copy;
    private long _layout;

    private RunStore(string file, SqliteConnection connection, RunLock? runLock)
    {
        _file = file;
        _connection = connection;
        _lock = runLock;
    }

    /// <summary>Opens the database of a run for writing, and makes it where there is none.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="manifest">The manifest of a new run, written before the database is made; null: the folder has it already.</param>
    public static RunStore OpenOrCreate(RunFolder folder, string? manifest = null)
    {
        var runLock = new RunLock(folder.Lock);
        try
        {
            if (manifest is not null && folder.IsRun)
                throw RunErrors.InUse(folder.Path);
            if (manifest is not null)
                folder.WriteManifest(manifest);
            return Open(folder.Database, SqliteOpenMode.ReadWriteCreate, runLock);
        }
        catch
        {
            runLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens the database of a run to go on with it. One that is damaged is put aside, and a new one is begun, where there are checkpoints to go on from.
    /// </summary>
    public static RunStore OpenToResume(RunFolder folder)
    {
        try
        {
            return OpenOrCreate(folder);
        }
        catch (RunException refusal) when (CanBeginAgain(folder, refusal))
        {
            folder.PutDatabaseAside();
            RunStore begun = OpenOrCreate(folder);
            begun.Damage = RunErrors.BegunAgain(folder.Database, refusal);
            return begun;
        }
    }

    /// <summary>What was found when the database was opened, and what became of it; empty if it is whole.</summary>
    public string Damage { get; private set; } = "";

    /// <summary>Opens the database of a run for reading, also on a disk that cannot be written to.</summary>
    public static RunStore OpenForReading(RunFolder folder) => OpenForReading(folder, looksThrough: true);

    private static RunStore OpenForReading(RunFolder folder, bool looksThrough)
    {
        try
        {
            return Open(folder.Database, SqliteOpenMode.ReadOnly, null, looksThrough);
        }
        catch (RunException refusal) when (refusal.Code == "FLR008" && File.Exists(folder.Database))
        {
            // A database with a write-ahead log wants to write beside itself even to be read.
            var copy = ReadingCopy.Of(folder.Database);
            RunStore store = Open(copy.File, SqliteOpenMode.ReadOnly, null, looksThrough);
            store._copy = copy;
            return store;
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _lock?.Dispose();
        _copy?.Dispose();
    }

    /// <summary>Whether a database that cannot be read is put aside when its run goes on, and a new one begun from the checkpoints.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="refusal">Why it cannot be read.</param>
    public static bool CanBeginAgain(RunFolder folder, RunException refusal) =>
        refusal.Code is "FLR003" or "FLR004" && folder.HasCheckpoints && !IsOfAnotherProgram(folder.Database);

    /// <summary>A database with tables in it that can be read, and that is none of a run.</summary>
    private static bool IsOfAnotherProgram(string file)
    {
        try
        {
            using var connection = new SqliteConnection(ConnectionText(file, SqliteOpenMode.ReadOnly));
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master";
            bool hasTables = command.ExecuteScalar() is > 0L;
            command.CommandText = "PRAGMA application_id";
            return hasTables && command.ExecuteScalar() is not RunSchema.ApplicationId;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static RunStore Open(string file, SqliteOpenMode mode, RunLock? runLock, bool looksThrough = true)
    {
        var store = new RunStore(file, new SqliteConnection(ConnectionText(file, mode)), runLock);
        try
        {
            store.Guard(() => store.Prepare(mode, looksThrough));
            return store;
        }
        catch
        {
            store._connection.Dispose();
            throw;
        }
    }

    private static string ConnectionText(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = file, Mode = mode, Pooling = false, ForeignKeys = true, DefaultTimeout = BusyTimeoutSeconds,
    }.ToString();

    private void Prepare(SqliteOpenMode mode, bool looksThrough)
    {
        _connection.Open();
        if (IsEmpty() && mode == SqliteOpenMode.ReadWriteCreate)
            CreateTables();
        else if (IsEmpty())
            throw RunErrors.Damaged(_file, "it is empty");
        _layout = CheckIdentity();
        if (looksThrough)
            CheckWhole();
        if (mode != SqliteOpenMode.ReadWriteCreate)
            return;
        Migrate();
        Execute("PRAGMA synchronous = FULL");
    }

    private bool IsEmpty() => Scalar("SELECT count(*) FROM sqlite_master") == 0 && Scalar("PRAGMA application_id") == 0;

    private void CreateTables()
    {
        Execute("PRAGMA journal_mode = WAL");
        InTransaction(() =>
        {
            Execute(FormattableString.Invariant($"PRAGMA application_id = {RunSchema.ApplicationId}; PRAGMA user_version = {RunSchema.OldestVersion}"));
            Execute(RunSchema.Tables);
        });
    }

    /// <summary>Brings a new database, or that of an older FlowLab, up to date, step by step.</summary>
    private void Migrate()
    {
        foreach ((long to, string statements) in RunSchema.Migrations.Where(step => step.To > _layout))
        {
            InTransaction(() =>
            {
                Execute(statements);
                Execute(FormattableString.Invariant($"PRAGMA user_version = {to}"));
            });
            _layout = to;
        }
    }

    /// <returns>The layout.</returns>
    private long CheckIdentity()
    {
        if (Scalar("PRAGMA application_id") != RunSchema.ApplicationId)
            throw RunErrors.ForeignDatabase(_file);
        long version = Scalar("PRAGMA user_version");
        if (version is < RunSchema.OldestVersion or > RunSchema.Version)
            throw RunErrors.OtherSchema(_file, version, RunSchema.Version);
        return version;
    }

    private void CheckWhole()
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (command.ExecuteScalar() is string verdict and not "ok")
            throw RunErrors.Damaged(_file, verdict.Replace('\n', ' '));
    }

    private long Scalar(string text)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = text;
        return (long)(command.ExecuteScalar() ?? 0L);
    }

    private void Execute(string text)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (SqliteException error)
        {
            throw RunErrors.Translate(_file, error);
        }
    }
}
