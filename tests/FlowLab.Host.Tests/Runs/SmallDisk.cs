using System.Diagnostics;
using System.Globalization;

namespace FlowLab.Host.Tests.Runs;

/// <summary>A file system of a few megabytes in memory, as long as its test lives. Only root can mount one; the test is skipped elsewhere.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallDisk()
    {
    }

    public static SmallDisk Mount(int megabytes)
    {
        var disk = new SmallDisk();
        string size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
        if (Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", size, "tmpfs", disk._folder.Path))
            return disk;
        disk._folder.Dispose();
        Assert.Ignore("mounting a small file system needs root");
        return disk;
    }

    public string In(string name) => _folder.In(name);

    public void MakeReadOnly() => Assert.That(Run("mount", "-o", "remount,ro", _folder.Path), Is.True);

    public void MakeWritable() => Assert.That(Run("mount", "-o", "remount,rw", _folder.Path), Is.True);

    /// <summary>Gives it another size.</summary>
    public void Resize(int megabytes) =>
        Assert.That(Run("mount", "-o", string.Create(CultureInfo.InvariantCulture, $"remount,size={megabytes}m"), _folder.Path), Is.True);

    /// <summary>Writes a file that leaves a number of bytes.</summary>
    public void FillUpTo(long left)
    {
        using FileStream filling = new(In("filling"), FileMode.Create);
        filling.SetLength(0);
        long free = new DriveInfo(_folder.Path).AvailableFreeSpace - left;
        byte[] piece = new byte[4096];
        for (long written = 0; written + piece.Length <= free; written += piece.Length)
            filling.Write(piece);
    }

    public void Dispose()
    {
        Run("umount", "-l", _folder.Path);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
