using System.Net;
using System.Net.Sockets;

namespace FlowLab.Ui.Tests;

/// <summary>The command around the page.</summary>
[TestFixture]
public sealed class UiCommandTests
{
    [Test]
    public void A_folder_that_does_not_exist_is_refused()
    {
        (int code, _, string error) = FlowLabProcess.Run("ui", "no-such-folder", "--no-browser");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith("FLU001 there is no folder 'no-such-folder'"));
    }

    [Test]
    public void A_port_that_is_taken_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        (int code, _, string error) = FlowLabProcess.Run("ui", folder.Path, "--port", port, "--no-browser");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith($"FLU002 port {port} is taken"));
    }

    [Test]
    public void Only_the_page_asks_for_the_web_framework()
    {
        string configuration = File.ReadAllText(Path.Combine(TestFolders.Host, "flowlab.runtimeconfig.json"));
        Assert.That(configuration, Does.Not.Contain("AspNetCore"), "all other commands start without it");
        Assert.That(File.ReadAllText(Path.Combine(TestFolders.Host, "flowlab.page.runtimeconfig.json")), Does.Contain("Microsoft.AspNetCore.App"));
    }
}
