using FlowLab.Host.Manifests;

namespace FlowLab.Host.Tests.Manifests;

public class ManifestFileTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("flowlab-manifests-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_file_that_does_not_exist()
    {
        File.WriteAllText(Path.Combine(_folder, "figure3.json"), "{}");
        string path = Path.Combine(_folder, "figrue3.json");
        Assert.That(LoadFault(path), Is.EqualTo($"FLM001 $: there is no file {path}; did you mean \"{Path.Combine(_folder, "figure3.json")}\"?"));
    }

    [Test]
    public void A_folder() => Assert.That(LoadFault(_folder), Is.EqualTo($"FLM002 $: {_folder} is a folder; expected a manifest file"));

    [TestCase("")]
    [TestCase(" \n\t")]
    public void An_empty_file(string text) => Assert.That(LoadFault(Write(text)), Does.StartWith("FLM003 $: ").And.Contain(" is empty; expected a manifest"));

    [Test]
    public void A_file_of_100_megabytes_is_not_read()
    {
        string path = Path.Combine(_folder, "large.json");
        using (FileStream file = File.Create(path))
            file.SetLength(100_000_000);
        Assert.That(LoadFault(path), Is.EqualTo($"FLM004 $: {path} is too large for a manifest; expected at most 16777216 bytes; found 100000000 bytes"));
    }

    [TestCase("{\n  \"name\": \"x\",\n  \"seeds\": 1 2\n}", "line 3, position 14")]
    [TestCase("{ \"name\": ", "line 1, position")]
    [TestCase("{ } { }", "line 1, position 5")]
    [TestCase("# comment", "line 1, position 1")]
    public void Text_that_is_no_json(string text, string where) =>
        Assert.That(LoadFault(Write(text)), Does.StartWith("FLM005 $: this is not JSON, ").And.Contain(where));

    [Test]
    public void Text_that_is_not_UTF_8_is_named()
    {
        string path = Path.Combine(_folder, "encoded.json");
        File.WriteAllText(path, "{ \"name\": \"x\" }", System.Text.Encoding.Unicode);
        Assert.That(LoadFault(path), Is.EqualTo($"FLM005 $: {path} is text in UTF-16; expected a file in UTF-8: save it as such"));
        File.WriteAllText(path, "{ \"name\": \"x\",\n \"description\": \"gr\u00F6\u00DFer\" }", System.Text.Encoding.Latin1);
        Assert.That(LoadFault(path), Is.EqualTo($"FLM005 $: {path} is text in Latin-1 or another old encoding, line 2, byte 0xF6; expected a file in UTF-8: save it as such"));
    }

    [Test]
    public void Deep_nesting_is_refused_and_does_not_overflow() =>
        Assert.That(LoadFault(Write(new string('[', 100_000))), Does.StartWith("FLM005 $: this is not JSON, line 1"));

    [Test]
    public void Another_root_than_an_object() =>
        Assert.That(LoadFault(Write("[1, 2]")), Is.EqualTo("FLM011 $: a manifest has the wrong type; expected an object { }; found [1,2]"));

    [Test]
    public void A_key_twice()
    {
        ManifestResult result = ManifestBench.Load("{ \"name\": \"x\",\n  \"base\": { \"sigma\": 1, \"Sigma\": 2 },\n  \"objective\": { \"type\": \"none\" }, \"name\": \"y\" }");
        Assert.That(result.Faults.Select(fault => fault.ToString()), Is.EqualTo(new[]
        {
            "FLM006 $.base.Sigma: the key \"Sigma\" stands in this object twice, upper and lower case being the same; the second is on line 2, position 25",
            "FLM006 $.name: the key \"name\" stands in this object twice, upper and lower case being the same; the second is on line 3, position 36",
        }));
    }

    [Test]
    public void A_key_twice_through_a_colon() =>
        Assert.That(
            LoadFault(Write("{ \"name\": \"x\", \"base\": { \"sigma\": 1 }, \"base:sigma\": 2, \"objective\": { \"type\": \"none\" } }")),
            Does.StartWith("FLM006 $: ").And.Contain("base:sigma").And.Contain("keys without colons"));

    [Test]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_fine() =>
        Assert.That(ManifestBench.Plan("\uFEFF// why\n{ \"name\": \"x\", \"objective\": { \"type\": \"none\", }, }").Name, Is.EqualTo("x"));

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "manifest.json");
        File.WriteAllText(path, text);
        return path;
    }

    private static string LoadFault(string path) => ManifestLoader.Load(path, ManifestOverrides.None, ManifestBench.Catalog).Faults.Single().ToString();
}
