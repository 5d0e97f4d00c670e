using FlowLab.Host.Results;

namespace FlowLab.Host.Viewing;

/// <summary>What changes when a run's database is written to.</summary>
/// <param name="Length">Bytes of the database.</param>
/// <param name="Written">When it was written.</param>
/// <param name="LogLength">Bytes of its write-ahead log.</param>
/// <param name="LogWritten">When that was written.</param>
internal readonly record struct RunStamp(long Length, DateTime Written, long LogLength, DateTime LogWritten)
{
    /// <summary>When something was written last.</summary>
    public DateTimeOffset Changed => new(LogWritten > Written ? LogWritten : Written);

    /// <summary>The stamp of a run as it is now. An empty log says nothing: whoever reads leaves one.</summary>
    public static RunStamp Of(RunFolder folder)
    {
        FileInfo database = new(folder.Database), log = new(folder.Database + "-wal");
        bool hasLog = log is { Exists: true, Length: > 0 };
        return new(database.Exists ? database.Length : 0, database.LastWriteTimeUtc, hasLog ? log.Length : 0, hasLog ? log.LastWriteTimeUtc : DateTime.MinValue);
    }
}
