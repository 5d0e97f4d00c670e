using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Results;

/// <summary>Every refusal of a run folder and its database, with its text.</summary>
public static class RunErrors
{
    private const int MostNamed = 20;
    private const int SqlitePermission = 3;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotADatabase = 26;
    private const long SmallestFreeSpace = 1 << 16;
    private const int ErrorDiskFull = unchecked((int)0x80070070);
    private const int ErrnoNoSpace = 28;
    private const int ErrnoQuota = 122;
    private const double BytesPerGibibyte = 1024.0 * 1024 * 1024;

    public static RunException FolderInUse(string folder) => new("FLR001",
        $"the folder '{folder}' is not empty and holds no FlowLab run. Choose another folder with --out, or empty this one.");

    public static RunException NotARunFolder(string folder, string missing) => new("FLR002",
        $"'{folder}' is not the folder of a run: it has no '{missing}'. Give the folder that 'flowlab run' wrote.");

    public static RunException ForeignDatabase(string file, Exception? inner = null) => new("FLR003",
        $"'{file}' was not written by FlowLab. Give the folder that 'flowlab run' wrote.", inner);

    public static RunException Corrupted(string file, Exception? inner = null) => new("FLR004",
        $"the database '{file}' is damaged{Because(inner)}. Restore it from a copy, or have it begun again from the checkpoints: flowlab run --resume DIR", inner);

    public static RunException Damaged(string file, string why) => new("FLR004",
        $"the database '{file}' is damaged ({why}). Restore it from a copy, or have it begun again from the checkpoints: flowlab run --resume DIR");

    public static string BegunAgain(string file, RunException why) =>
        $"FLR048: '{file}' was damaged ({why.Message}); it is kept as {Path.GetFileName(file)}{RunFolder.AsideSuffix}, and a new one is begun. Parameters come from the checkpoints, figures are measured again; training curves up to the checkpoints are lost.";

    public static RunException DiskFull(string file, Exception? inner = null) => new("FLR005",
        $"no space is left to write '{file}'. Free some space and go on with --resume; everything up to the last checkpoint is kept.", inner);

    public static RunException TooLittleSpace(string file, double neededBytes, double freeBytes) => new("FLR005", FormattableString.Invariant(
        $"no space is left to write '{file}': it needs {neededBytes / BytesPerGibibyte:0.0} GiB, and {freeBytes / BytesPerGibibyte:0.0} are free. Ask for less, free some space, or name a place on another disk with --out."));

    public static RunException InUse(string file, Exception? inner = null) => new("FLR006",
        $"another process is working on '{file}'. Wait until it has ended, or stop it.", inner);

    public static RunException OtherSchema(string file, long found, long expected) => new("FLR007",
        $"'{file}' has layout {found}, this FlowLab reads and writes layout {expected}. Use the FlowLab that wrote it.");

    public static RunException CannotAccess(string file, Exception? inner = null) => new("FLR008",
        $"'{file}' cannot be read or written{Because(inner)}. Check that the folder exists and that you may write to it; --out names another place.", inner);

    public static RunException NoName(string folder) => new("FLR008",
        $"'{folder}' cannot be the name of a folder. Write one behind the option, such as runs/first, and look whether a variable of the shell is empty.");

    public static RunException OtherCells(string file, string difference) => new("FLR009",
        $"'{file}' holds another experiment: {difference}. Resume with the manifest the run was started with, or start a new folder.");

    public static RunException OtherData(string folder, string cell, string change) => new("FLR036",
        $"cell '{cell}' of '{folder}' was trained on other data: {change}. Bring the data of the run back (--data DIR), start a new run, or give --allow-changes to go on with the new data, which is recorded.");

    public static RunException CannotExtend(string file, string cell, string why) => new("FLR045",
        $"the run of '{file}' cannot be extended like this: cell '{cell}' would not end with what a run planned so from the start ends with: {why}. Start a new run.");

    public static RunException OtherDevice(string folder, string before, string now) => new("FLR047",
        $"the run '{folder}' was computed on a device of kind '{before}', and this is one of kind '{now}', whose numbers differ in their last digits. Take --device {before}, or give --allow-changes to go on, which is recorded.");

    public static string SeedTooLarge(string cell, double neededBytes, double allowedBytes) => FormattableString.Invariant(
        $"FLR050: a seed of cell '{cell}' takes {neededBytes / BytesPerGibibyte:G3} GiB, and --memory allows {allowedBytes / BytesPerGibibyte:G3} for the seeds that are trained at a time. Give it more, or take a smaller training.batch or a smaller model");

    public static string RowsLost(string cell, long known, long update) => FormattableString.Invariant(
        $"FLR046: the database knew cell '{cell}' up to update {known}, its checkpoint is of update {update}: the training curve in between is lost. Parameters are those of the checkpoint; figures are measured from them.");

    public static RunException UnknownCell(string file, int cell) => new("FLR010",
        $"'{file}' has no cell {cell}. Register the cells before anything is written about them.");

    public static RunException NoSuchCell(string folder, string id, IReadOnlyList<string> ids) => new("FLR030",
        $"the run '{folder}' has no cell '{id}'. Its cells are {List(ids)}.{Meant(id, ids)}");

    public static RunException WhichCell(string folder, IReadOnlyList<string> ids) => new("FLR030",
        FormattableString.Invariant($"the run '{folder}' has {ids.Count} cells. Choose one with --cell: {List(ids)}."));

    public static RunException NoCheckpoint(string folder, string checkpoint, string cell) => new("FLR031",
        $"cell '{cell}' has not been trained yet: there is no '{checkpoint}'. Go on with: flowlab run --resume \"{folder}\"");

    public static RunException ChangedSince(string folder, string cell, string change) => new("FLR032",
        $"cell '{cell}' of '{folder}' cannot be rebuilt as it was trained: {change}. Use the manifest.json and the plugins that the run was made with (--plugins DIR), or run it again.");

    public static RunException NoSuchSeed(string folder, int seed, IReadOnlyList<int> seeds) => new("FLR033",
        FormattableString.Invariant($"the run '{folder}' has no seed {seed}. Its seeds are {List([.. seeds.Select(known => FormattableString.Invariant($"{known}"))])}."));

    /// <summary>The numbered refusal that stands for an error of SQLite.</summary>
    public static RunException Translate(string file, SqliteException error) => error.SqliteErrorCode switch
    {
        SqliteBusy or SqliteLocked => InUse(file, error),
        SqliteFull => DiskFull(file, error),
        SqliteNotADatabase => ForeignDatabase(file, error),
        SqliteInputOutput or SqliteCannotOpen when HasNoSpace(file) => DiskFull(file, error),
        SqlitePermission or SqliteReadOnly or SqliteInputOutput or SqliteCannotOpen => CannotAccess(file, error),
        _ => Corrupted(file, error),
    };

    /// <summary>The numbered refusal that stands for an error of the file system.</summary>
    public static RunException Translate(string file, Exception error) =>
        IsDiskFull(error.HResult) ? DiskFull(file, error) : CannotAccess(file, error);

    /// <summary>A write-ahead log that cannot be extended is an error of input and output to SQLite.</summary>
    private static bool HasNoSpace(string file) => FreeBytes(file) < SmallestFreeSpace;

    /// <summary>The bytes that are free where a file is to be; the most there can be where nobody knows.</summary>
    public static long FreeBytes(string file)
    {
        try
        {
            DriveInfo disk = new(Path.GetDirectoryName(Path.GetFullPath(file)) ?? file);
            return disk.TotalSize > 0 ? disk.AvailableFreeSpace : long.MaxValue;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }

    private static bool IsDiskFull(int result) => result is ErrorDiskFull or ErrnoNoSpace or ErrnoQuota;

    private static string List(IReadOnlyList<string> names) => names.Count <= MostNamed
        ? string.Join(", ", names)
        : FormattableString.Invariant($"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} more");

    private static string Meant(string name, IReadOnlyList<string> names) =>
        Manifests.NearestName.Find(name, names) is { Length: > 0 } near ? $" Did you mean '{near}'?" : "";

    private static string Because(Exception? inner) => inner is null ? "" : $" ({inner.Message.TrimEnd('.')})";
}
