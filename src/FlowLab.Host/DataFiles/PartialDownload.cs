namespace FlowLab.Host.DataFiles;

/// <summary>
/// A download under its temporary name, with the validator of the mirror's version (ETag or date) in a file beside it. Both survive an
/// interruption, so that the download goes on where it stopped and never mixes two versions. Open, it belongs to one process.
/// </summary>
internal sealed class PartialDownload : IDisposable
{
    private const string PartSuffix = ".part";
    private const string ValidatorSuffix = ".part.validator";

    private readonly string _target;
    private readonly FileStream _file;

    private PartialDownload(string target, FileStream file)
    {
        _target = target;
        _file = file;
    }

    /// <summary>Bytes at hand.</summary>
    public long Length => _file.Length;

    /// <summary>Which version of the mirror's file the bytes are of; empty if the mirror did not say.</summary>
    public string Validator
    {
        get => File.Exists(_target + ValidatorSuffix) ? File.ReadAllText(_target + ValidatorSuffix) : "";
        private set => File.WriteAllText(_target + ValidatorSuffix, value);
    }

    /// <summary>Bytes at hand of a download that is not open; 0 if it was never begun.</summary>
    public static long LengthOf(string target) => File.Exists(target + PartSuffix) ? new FileInfo(target + PartSuffix).Length : 0;

    /// <summary>Opens the download that will be <paramref name="target"/> when it is complete.</summary>
    public static PartialDownload Open(string target)
    {
        string part = target + PartSuffix;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DataErrors.NotWritable(part, failure);
        }
        return Open(target, part);
    }

    /// <summary>Throws away what is at hand and begins anew with another version.</summary>
    public void Restart(string validator)
    {
        _file.SetLength(0);
        Validator = validator;
    }

    /// <summary>Adds bytes at the end.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _file.Position = _file.Length;
        _file.Write(bytes);
    }

    /// <summary>Gives the file its name, once it is safely on the disk.</summary>
    public void Complete()
    {
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_target + PartSuffix, _target, overwrite: true);
        File.Delete(_target + ValidatorSuffix);
    }

    /// <summary>Closes the download; one that nothing came of leaves no trace.</summary>
    public void Dispose()
    {
        bool isEmpty = _file.CanRead && _file.Length == 0;
        _file.Dispose();
        if (!isEmpty)
            return;
        File.Delete(_target + PartSuffix);
        File.Delete(_target + ValidatorSuffix);
    }

    private static PartialDownload Open(string target, string part)
    {
        try
        {
            // Without a buffer: what came is in the file, even if the process is killed.
            return new PartialDownload(target, new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException failure) when (File.Exists(part))
        {
            throw DataErrors.InUse(part, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DataErrors.NotWritable(part, failure);
        }
    }
}
