using System.Text;

namespace FlowLab.Host.Runs;

/// <summary>
/// Files that are either the old one or the new one, whatever happens: written beside their place, flushed to the disk, then
/// renamed over it.
/// </summary>
public static class AtomicFile
{
    private const string TemporarySuffix = ".tmp";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string temporary = path + TemporarySuffix;
        try
        {
            WriteThrough(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunErrors.Translate(path, error);
        }
    }

    private static void WriteThrough(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }
}
