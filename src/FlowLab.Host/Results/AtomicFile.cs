using System.Text;

namespace FlowLab.Host.Results;

/// <summary>
/// Files that are either the old one or the new one, whatever happens: written beside their place, flushed to the disk, then
/// renamed over it.
/// </summary>
public static class AtomicFile
{
    private const string TemporarySuffix = ".tmp";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    public static void Write(string path, byte[] bytes) => Write(path, stream => stream.Write(bytes));

    /// <summary>Writes what <paramref name="write"/> puts into the stream.</summary>
    public static void Write(string path, Action<Stream> write) => Place(path, write, temporary => File.Move(temporary, path, overwrite: true));

    /// <summary>Writes a file that is not there yet.</summary>
    /// <returns>False if there is one already, which is left as it is.</returns>
    public static bool TryWriteNew(string path, string text)
    {
        bool isNew = !File.Exists(path);
        if (isNew)
            Place(path, stream => stream.Write(Utf8.GetBytes(text)), temporary => isNew = TryMove(temporary, path));
        return isNew;
    }

    private static void Place(string path, Action<Stream> write, Action<string> move)
    {
        string temporary = path + TemporarySuffix;
        try
        {
            WriteThrough(temporary, write);
            move(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            RunException refusal = RunErrors.Translate(path, error);
            TryDelete(temporary);
            throw refusal;
        }
        catch (OperationCanceledException)
        {
            TryDelete(temporary);
            throw;
        }
    }

    private static void TryDelete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _ = error;
        }
    }

    private static bool TryMove(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
            return false;
        }
    }

    private static void WriteThrough(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        write(stream);
        stream.Flush(flushToDisk: true);
    }
}
