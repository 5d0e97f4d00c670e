namespace FlowLab.Host.Errors;

/// <summary>What FLP numbers mean.</summary>
internal static class PluginsErrorTexts
{
    public static ErrorRoom Room { get; } = new("FLP: plugins", "A broken plugin never stops the others. `flowlab plugins` lists what was left out and why; with `--strict` its exit code is then 2.",
    [
        new("FLP001", "Not a .NET assembly",
            "FLP001 plugins/Text/Text.dll: this is not a .NET assembly; expected a plugin built for .NET, or remove the file",
            "Native libraries belong in the plugin's `runtimes` folder, and other files should not be called `.dll`."),
        new("FLP002", "Not marked as a plugin",
            "FLP002 plugins/Mine/Mine.dll: the assembly is not marked as a plugin; expected [assembly: FlowLabPlugin(PluginContract.Version)] in its source",
            "Add the attribute and rebuild. If the DLL is only something that a plugin needs, put it into that plugin's folder."),
        new("FLP003", "Built against another contract",
            "FLP003 plugins/Mine/Mine.dll: built against contract version 1 (FlowLab.Abstractions 0.1.0), but this FlowLab understands version 2 (FlowLab.Abstractions 0.1.0); rebuild the plugin against FlowLab.Abstractions 0.1.0, or run it with the FlowLab that it was built for",
            "Rebuild the plugin. No code of it was run."),
        new("FLP004", "A dependency is missing",
            "FLP004 plugins/Mine/Mine.dll: it needs TestDependency, which is neither part of .NET, nor a contract of FlowLab, nor in the plugin's folder; build the plugin with <EnableDynamicLoading>true</EnableDynamicLoading> and copy its whole output folder",
            "Copy all of the plugin's output. The host's own packages are not visible to plugins: each brings what it needs."),
        new("FLP005", "The entry point failed",
            "FLP005 plugins/Mine/Mine.dll: the entry point Mine.MyPlugin failed with InvalidOperationException: the entry point says no",
            "`IPlugin.ConfigureServices` must only register services. There may be one entry point per assembly, with a public parameterless constructor."),
        new("FLP006", "A name is taken",
            """
            FLP006 plugins/Mine/Mine.dll: Mine.MySchedule offers schedule "good", which plugins/Good/Good.dll already offers; the first is used (folders as they are given, the installed one last), so rename one or remove one of the plugins
            """,
            "Rename the component or remove one of the plugins. Different kinds may share a name."),
        new("FLP007", "The interface is missing",
            """
            FLP007 plugins/Mine/Mine.dll: Mine.MyFlow is marked as flow "mine" but does not implement IFlow
            """,
            "Implement the interface of the kind: IFlow, IEnergy, IDataset, IOptimizer, ISchedule or IDataFiles."),
        new("FLP008", "Not exactly one public constructor",
            "FLP008 plugins/Mine/Mine.dll: Mine.MyFlow cannot be built; expected a class with exactly one public constructor, found 2",
            "Keep one public constructor; a component is neither abstract nor generic."),
        new("FLP009", "Settings that cannot be read",
            "FLP009 plugins/Mine/Mine.dll: Mine.MyFlow has settings that cannot be read: MySettings has no public parameterless constructor",
            "A settings class has a public parameterless constructor that does not throw, and properties of type bool, number, string, enum, a class of such properties, or a list of these; it is no tree with loops, and none of its properties has the name of a key that the manifest uses itself (`type`, `name`, `learningRate`, `schedule`)."),
        new("FLP010", "Unknown kind",
            """
            FLP010 plugins/Mine/Mine.dll: Mine.Sampler has the unknown kind "sampler"; expected one of flow, energy, dataset, optimizer, schedule, data-files
            """,
            "Use one of the attributes of FlowLab.Abstractions."),
        new("FLP011", "No components",
            "FLP011 plugins/Mine/Mine.dll: the plugin has no components; expected at least one class with [Flow], [Energy], [Dataset], [Optimizer], [Schedule] or [DataFiles]",
            "Mark a class with one of the attributes."),
        new("FLP012", "A constructor failed",
            """
            FLP012 Mine 1.0.0 (plugins/Mine/Mine.dll), flow "mine": its constructor failed with InvalidOperationException: the constructor says no
            """,
            "This is an error of the plugin; `--verbose` shows where it was thrown."),
        new("FLP013", "A service is missing",
            """
            FLP013 Mine 1.0.0 (plugins/Mine/Mine.dll), flow "mine": its constructor asks for Mine.Cache cache, which neither the host nor the plugin provides
            """,
            "Register the service in the plugin's `IPlugin.ConfigureServices`. The host provides the `Accelerator`, `INetworkFactory`, `IDataFolder` and `ILoggerFactory`; a flow also gets its `FlowShape`."),
        new("FLP014", "No plugin found",
            "FLP014 plugins/Mine: cannot tell which DLL is the plugin; expected one with its .deps.json beside it, FlowLab.Plugins.Mine.dll or Mine.dll; found no DLL",
            "Check the folder, or remove it."),
        new("FLP015", "The runtime refuses to load it",
            "FLP015 plugins/Mine/Mine.dll: the runtime refuses to load it: Could not load file or assembly ...",
            "Usually the plugin was built for a newer .NET, or against a newer version of a shared contract than the host has; or the file is not readable."),
        new("FLP016", "A flow contradicts itself",
            """
            FLP016 Mine 1.0.0 (plugins/Mine/Mine.dll), flow "mine": its blocks cover 2 parameters of 4; expected all of them, in order; this is an error of the plugin
            """,
            "Lengths are 0 or more; `Blocks` cover the parameters 0 to `ParameterCount` - 1 in order, and the shape of each has as many numbers as its length. Blocks of a layer have names of their own, by which parameters are exported."),
        new("FLP017", "A component refuses its settings",
            """
            FLP017 flow "nice" of FlowLab.Plugins.Nice 0.1.0: a NICE flow shifts one part of z by a function of the other and needs D of at least 2, but D is 1; take a planar or radial flow here
            """,
            "What the sentence says. A component of your own throws `ComponentSettingsException` in its constructor for that.")
        {
            Explanation = "The sentence after the colon is the component's own: its settings do not fit each other, the dimension of the target, or the data.",
        },
        new("FLP018", "Built against a contract with other members",
            "FLP018 plugins/Mine/Mine.dll: built against FlowLab.Abstractions 0.1.0, whose contract version 2 is that of this FlowLab (FlowLab.Abstractions 0.1.0), but not member by member: Mine.MyFlow lacks FlowLab.Flows.IFlow.InverseBackward(FlowLab.Flows.FlowInverseBackward&) : Void; rebuild the plugin against FlowLab.Abstractions 0.1.0, or run it with the FlowLab that it was built for",
            "Rebuild the plugin against the FlowLab.Abstractions of the program, by the same packages or the same checkout.")
        {
            Explanation = """
                Two builds of the contract have the same number although their members differ, as between two states of a checkout. Every member that the plugin
                uses or implements is looked up before anything of it is loaded; the first three that do not fit are named.
                """,
        },
        new("FLP019", "A plugin does not finish loading",
            "FLP019 plugins/Mine/Mine.dll: it has not finished loading for 60 s; expected its entry point and its settings to be ready at once: look for a loop without end, or for waiting, in ConfigureServices, in static constructors and in the constructors of settings",
            "This is an error of the plugin: what takes long belongs into the constructor of a component, which has `--build-limit`. The other plugins are loaded."),
    ]);
}
