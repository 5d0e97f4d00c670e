using FlowLab.Host.Plugins;
using FlowLab.Plugins;

namespace FlowLab.Host.Tests.Plugins;

public class PluginCatalogTests
{
    [TestCase("WrongContractVersion", "FLP003", "contract version 999 (FlowLab.Abstractions 0.1.0)", "understands version 2 (FlowLab.Abstractions 0.1.0); rebuild the plugin against FlowLab.Abstractions 0.1.0")]
    [TestCase("OldFlow", "FLP018", "OldFlow.Still lacks FlowLab.Flows.IFlow.get_ParameterCount() : Int32", "rebuild the plugin against FlowLab.Abstractions 0.1.0")]
    [TestCase("OldFlow", "FLP018", "it uses FlowLab.Flows.FlowShape.get_Width() : Int32, which is not there", "but not member by member")]
    [TestCase("NotAPlugin", "FLP002", "NotAPlugin.dll", "[assembly: FlowLabPlugin(PluginContract.Version)]")]
    [TestCase("MissingDependency", "FLP004", "it needs TestDependency", "EnableDynamicLoading")]
    [TestCase("BorrowingPlugin", "FLP004", "it needs Spectre.Console.Ansi (for BorrowingLibrary)", "EnableDynamicLoading")]
    [TestCase("ThrowingEntryPoint", "FLP005", "ThrowingEntryPoint.ThrowingPlugin", "InvalidOperationException: the entry point says no")]
    [TestCase("NotImplementingInterface", "FLP007", "NotImplementingInterface.FalseFlow", "does not implement IFlow")]
    [TestCase("TwoConstructors", "FLP008", "TwoConstructors.UndecidedSchedule", "exactly one public constructor, found 2")]
    [TestCase("UnknownKind", "FLP010", "unknown kind \"sampler\"", "flow, energy, dataset, optimizer, schedule")]
    [TestCase("NoComponents", "FLP011", "NoComponents.dll", "no components")]
    public void A_broken_plugin_is_one_numbered_fault_and_the_others_load(string plugin, string number, string what, string expected)
    {
        using var sandbox = new PluginSandbox(plugin, "GoodPlugin");
        using PluginCatalog catalog = sandbox.Load();

        PluginFault fault = catalog.Faults.Single();
        Assert.Multiple(() =>
        {
            Assert.That(fault.Number, Is.EqualTo(number));
            Assert.That(fault.File, Does.StartWith(Path.Combine(sandbox.Folder, plugin)));
            Assert.That(fault.ToString(), Does.Contain(what).And.Contain(expected));
            Assert.That(catalog.Find(ComponentKinds.Schedule, "good"), Is.Not.Null);
        });
    }

    /// <summary><c>dotnet build -o DIR/AnyName</c> puts the contract beside the plugin, each with its own description.</summary>
    [Test]
    public void A_plugin_is_found_beside_the_contracts_that_a_build_put_there()
    {
        using var sandbox = new PluginSandbox();
        sandbox.Copy("GoodPlugin", "AnyName");
        string folder = Path.Combine(sandbox.Folder, "AnyName");
        foreach (string contract in new[] { "FlowLab.Abstractions", "FlowLab.Engine" })
        {
            File.Copy(Path.Combine(TestFolders.Host, $"{contract}.dll"), Path.Combine(folder, $"{contract}.dll"));
            File.WriteAllText(Path.Combine(folder, $"{contract}.deps.json"), "{ }");
        }
        using PluginCatalog catalog = sandbox.Load();
        using PluginCatalog direct = PluginCatalog.Load([folder]);
        using PluginCatalog file = PluginCatalog.Load([Path.Combine(folder, "GoodPlugin.dll")]);
        foreach (PluginCatalog found in new[] { catalog, direct, file })
        {
            Assert.That(found.Faults, Is.Empty);
            Assert.That(found.Find(ComponentKinds.Schedule, "good"), Is.Not.Null);
        }
    }

    [Test]
    public void A_plugin_that_does_not_finish_loading_is_a_fault_and_the_others_load()
    {
        using var sandbox = new PluginSandbox("GoodPlugin", "HangingEntryPoint");
        using PluginCatalog catalog = PluginCatalog.Load([sandbox.Folder], patience: TimeSpan.FromSeconds(5));

        Assert.That(catalog.Faults.Single().ToString(), Does.Match(@"^FLP019 .*HangingEntryPoint\.dll: it has not finished loading for 5 s; expected "));
        Assert.That(catalog.Find(ComponentKinds.Schedule, "good"), Is.Not.Null);
    }

    [Test]
    public void A_file_that_is_no_assembly_is_a_fault()
    {
        using var sandbox = new PluginSandbox("GoodPlugin");
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(sandbox.Folder, "Text")).FullName, "Text.dll");
        File.WriteAllText(file, "MZ this is no assembly");
        using PluginCatalog catalog = sandbox.Load();

        Assert.That(catalog.Faults.Single().ToString(), Is.EqualTo($"FLP001 {file}: this is not a .NET assembly; expected a plugin built for .NET, or remove the file"));
        Assert.That(catalog.Components, Has.Count.EqualTo(2));
    }

    [Test]
    public void An_assembly_that_the_runtime_refuses_is_a_fault()
    {
        using var sandbox = new PluginSandbox("GoodPlugin");
        sandbox.Copy("SecondGoodPlugin", "Second");
        string file = Path.Combine(sandbox.Folder, "Second", "SecondGoodPlugin.dll");
        byte[] image = File.ReadAllBytes(file);
        int machine = BitConverter.ToInt32(image, 0x3C) + 4;
        BitConverter.TryWriteBytes(image.AsSpan(machine), (ushort)0x0200);
        File.WriteAllBytes(file, image);
        using PluginCatalog catalog = sandbox.Load();

        Assert.That(catalog.Faults.Single().ToString(), Does.StartWith($"FLP015 {file}: the runtime refuses to load it: "));
        Assert.That(catalog.Components, Has.Count.EqualTo(2));
    }

    [Test]
    public void Of_two_components_with_one_name_the_first_by_path_is_used()
    {
        using var sandbox = new PluginSandbox("DuplicateName", "GoodPlugin");
        using PluginCatalog catalog = sandbox.Load();

        PluginFault fault = catalog.Faults.Single();
        Assert.That(fault.Number, Is.EqualTo("FLP006"));
        Assert.That(fault.File, Does.EndWith("GoodPlugin.dll"));
        Assert.That(fault.Message, Does.Contain("GoodPlugin.GoodSchedule offers schedule \"good\"").And.Contain("DuplicateName.dll already offers"));
        Assert.That(catalog.Find(ComponentKinds.Schedule, "good")!.Plugin.Name, Is.EqualTo("DuplicateName"));
    }

    [Test]
    public void Unreadable_settings_leave_out_their_component_only()
    {
        using var sandbox = new PluginSandbox("UnreadableSettings");
        using PluginCatalog catalog = sandbox.Load();

        Assert.That(catalog.Faults.Select(fault => fault.Number), Is.All.EqualTo("FLP009"));
        Assert.That(catalog.Faults.Select(fault => fault.Message), Is.EquivalentTo(new[]
        {
            "UnreadableSettings.DelegateSchedule has settings that cannot be read: property DelegateSettings.Callback has type System.Action, which no " +
            "manifest can state; use bool, a number, string, an enum, a class of such properties, or a list of these",
            "UnreadableSettings.PositionalSchedule has settings that cannot be read: PositionalSettings has no public parameterless constructor",
            "UnreadableSettings.ThrowingSchedule has settings that cannot be read: the constructor of ThrowingSettings failed: no defaults today",
            "UnreadableSettings.ClashingSchedule has settings that cannot be read: setting \"type\" has the name of a key that every schedule has in a manifest",
        }));
        Assert.That(catalog.Components.Single().Name, Is.EqualTo("readable"));
    }

    [Test]
    public void A_missing_folder_and_a_folder_without_plugin_are_faults()
    {
        using var sandbox = new PluginSandbox("GoodPlugin");
        string empty = Directory.CreateDirectory(Path.Combine(sandbox.Folder, "Empty")).FullName;
        string missing = Path.Combine(sandbox.Folder, "nowhere");
        using PluginCatalog catalog = PluginCatalog.Load([sandbox.Folder, missing]);

        Assert.That(catalog.Faults.Select(fault => (fault.Number, fault.File)), Is.EquivalentTo(new[] { ("FLP014", empty), ("FLP014", missing) }));
    }

    [Test]
    public void A_dll_can_lie_in_the_plugin_folder_itself()
    {
        using PluginCatalog catalog = PluginCatalog.Load([Path.Combine(TestFolders.TestPlugins, "GoodPlugin")]);

        Assert.That(catalog.Faults, Is.Empty);
        Assert.That(catalog.NamesOf(ComponentKinds.Schedule), Is.EqualTo(new[] { "demanding", "good" }));
    }

    [Test]
    public void A_component_knows_where_it_came_from()
    {
        using var sandbox = new PluginSandbox("GoodPlugin");
        using PluginCatalog catalog = sandbox.Load();

        PluginComponent component = catalog.Find(ComponentKinds.Schedule, "good")!;
        string file = Path.Combine(sandbox.Folder, "GoodPlugin", "GoodPlugin.dll");
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));
        Assert.That(component.Plugin, Is.EqualTo(new PluginOrigin("GoodPlugin", file, "0.1.0", hash)));
        Assert.That((component.Summary, component.Source), Is.EqualTo(("Works.", "Test, 2026")));
        Assert.That(component.SettingsType!.Name, Is.EqualTo("GoodSettings"));
    }

    [Test]
    public void The_real_plugins_load_without_fault()
    {
        using PluginCatalog catalog = PluginCatalog.Load([TestFolders.RealPlugins]);

        Assert.That(catalog.Faults, Is.Empty);
        Assert.That(catalog.NamesOf(ComponentKinds.Flow), Is.SupersetOf(new[] { "planar", "radial", "nice" }));
        Assert.That(catalog.NamesOf(ComponentKinds.Energy), Is.SupersetOf(new[] { "U1", "U2", "U3", "U4" }));
        Assert.That(catalog.NamesOf(ComponentKinds.Optimizer), Does.Contain("rmsprop"));
        Assert.That(catalog.NamesOf(ComponentKinds.Schedule), Does.Contain("constant"));
    }
}
