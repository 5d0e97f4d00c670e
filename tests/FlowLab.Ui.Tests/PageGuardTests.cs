using System.Net;
using FlowLab.Ui.Serving;
using FlowLab.Ui.Views;

namespace FlowLab.Ui.Tests;

/// <summary>Who is answered, and who is not.</summary>
[TestFixture]
public sealed class PageGuardTests
{
    private TemporaryFolder _folder = null!;
    private PageServer _server = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _folder = new TemporaryFolder();
        SampleStore.Create(_folder.In("first"));
        _server = PageServer.Start(TestParts.Of(_folder.Path), port: 0);
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _client.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task The_page_answers_at_its_address_with_a_policy_that_fetches_nothing_from_outside()
    {
        using HttpResponseMessage answer = await Get("");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), Does.Contain("default-src 'none'").And.Contain("script-src 'self';"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain($"<base href=\"{_server.Address.AbsolutePath}\""));
    }

    [TestCase("_framework/blazor.web.js")]
    [TestCase("mudblazor/MudBlazor.min.css")]
    [TestCase("plotly/plotly-basic.min.js")]
    [TestCase("monaco/vs/language/json/jsonWorker.js")]
    [TestCase("charts.js")]
    public async Task What_the_browser_loads_ships_with_the_program(string file)
    {
        using HttpResponseMessage answer = await Get(file);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Host", "evil.example")]
    [TestCase("Host", "127.0.0.1")]
    [TestCase("Origin", "http://evil.example")]
    [TestCase("Origin", "null")]
    [TestCase("Sec-Fetch-Site", "cross-site")]
    [TestCase("Sec-Fetch-Site", "same-site")]
    public async Task Other_hosts_and_origins_are_refused_even_with_the_token(string header, string value)
    {
        foreach (string path in (string[])["", "_blazor/negotiate", "charts.js", "report?run=first"])
        {
            using HttpResponseMessage answer = await Get(path, (header, value));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
        }
    }

    [Test]
    public async Task Its_own_origin_is_answered()
    {
        using HttpResponseMessage answer = await Get("charts.js", ("Origin", _server.Address.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/")]
    [TestCase("/charts.js")]
    [TestCase("/_blazor/negotiate")]
    [TestCase("/0123/")]
    public async Task Without_the_token_there_is_nothing(string path)
    {
        using HttpResponseMessage answer = await _client.GetAsync(new Uri(_server.Address, path));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Open the address that flowlab ui printed"));
    }

    [Test]
    public void Every_start_has_another_token()
    {
        using PageServer other = PageServer.Start(TestParts.Of(_folder.Path), port: 0);
        Assert.That(other.Address.AbsolutePath, Is.Not.EqualTo(_server.Address.AbsolutePath).And.Length.EqualTo(50));
    }

    [TestCase("picture?run=first&kind=Density&id=77", "FLU011")]
    [TestCase("picture?run=none&kind=Sheet&id=1", "FLU010")]
    [TestCase("picture?run=..%2F..&kind=Sheet&id=1", "FLU010")]
    [TestCase("report?run=first", "FLU012")]
    [TestCase("report?run=..%2Fetc", "FLU010")]
    public async Task What_is_not_there_is_refused_by_number(string path, string number)
    {
        using HttpResponseMessage answer = await Get(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith(number));
    }

    private async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.Address, path));
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request);
    }
}
