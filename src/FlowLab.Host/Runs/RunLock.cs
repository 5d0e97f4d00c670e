namespace FlowLab.Host.Runs;

/// <summary>Keeps a second process from writing into the same run folder; the system lets go of it when the process dies.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _stream;

    public RunLock(string path)
    {
        try
        {
            _stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (UnauthorizedAccessException error)
        {
            throw RunErrors.CannotAccess(path, error);
        }
        catch (DirectoryNotFoundException error)
        {
            throw RunErrors.CannotAccess(path, error);
        }
        catch (IOException error)
        {
            throw RunErrors.InUse(Path.GetDirectoryName(path) ?? path, error);
        }
    }

    public void Dispose() => _stream.Dispose();
}
