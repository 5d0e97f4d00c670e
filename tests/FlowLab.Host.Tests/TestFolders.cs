using System.Reflection;

namespace FlowLab.Host.Tests;

/// <summary>Where the build put what tests need.</summary>
internal static class TestFolders
{
    /// <summary>One folder per test plugin.</summary>
    public static string TestPlugins => Read("TestPlugins");

    /// <summary>The built host, with the real plugins in its plugin folder.</summary>
    public static string Host => Read("HostFolder");

    /// <summary>The root of the repository.</summary>
    public static string Repository => Read("Repository");

    /// <summary>The real plugins.</summary>
    public static string RealPlugins => Path.Combine(Host, "plugins");

    private static string Read(string key) =>
        typeof(TestFolders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
