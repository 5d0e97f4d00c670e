namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>The real files, in the folder <c>shared/data</c> beside the repository; tests that need them skip where it is not.</summary>
internal static class SharedData
{
    /// <summary>The full path of a file; ends the test as skipped if it is not there.</summary>
    public static string Find(string name)
    {
        string path = Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared", "data", name));
        if (!File.Exists(path))
            Assert.Ignore($"{name} is not in {Path.GetDirectoryName(path)}");
        return path;
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FlowLab.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds FlowLab.sln.");
    }
}
