namespace FlowLab.Host.Results;

/// <summary>Keeps a second process from writing into the same run folder; the system lets go of it when the process dies.</summary>
internal sealed class RunLock : IDisposable
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int ErrnoAgainLinux = 11;
    private const int ErrnoAgainMac = 35;

    private readonly FileStream _stream;

    public RunLock(string path)
    {
        try
        {
            _stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException error) when (error.HResult is SharingViolation or ErrnoAgainLinux or ErrnoAgainMac)
        {
            throw RunErrors.InUse(Path.GetDirectoryName(path) ?? path, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunErrors.Translate(path, error);
        }
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Whether a process holds the lock: a file that nobody holds was left by one that was killed.</summary>
    public static bool IsHeld(string path)
    {
        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return false;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException error)
        {
            return error.HResult is SharingViolation or ErrnoAgainLinux or ErrnoAgainMac;
        }
    }
}
