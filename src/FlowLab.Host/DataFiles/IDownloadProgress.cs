namespace FlowLab.Host.DataFiles;

/// <summary>Hears how downloads go on.</summary>
public interface IDownloadProgress
{
    /// <summary>A line about something that happened.</summary>
    void Note(string message);

    /// <summary>Bytes at hand so far.</summary>
    /// <param name="bytes">Bytes at hand.</param>
    /// <param name="total">Bytes in all; null if the mirror does not say.</param>
    void Advance(long bytes, long? total);
}
