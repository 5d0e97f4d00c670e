namespace FlowLab.Host.Plugins;

/// <summary>The numbers of plugin faults; each has a section in <c>docs/errors.md</c>.</summary>
public static class PluginFaultNumbers
{
    public const string NotAnAssembly = "FLP001";
    public const string NoPluginAttribute = "FLP002";
    public const string WrongContractVersion = "FLP003";
    public const string MissingDependency = "FLP004";
    public const string EntryPointFailed = "FLP005";
    public const string DuplicateName = "FLP006";
    public const string InterfaceMissing = "FLP007";
    public const string NotOneConstructor = "FLP008";
    public const string SettingsUnreadable = "FLP009";
    public const string UnknownKind = "FLP010";
    public const string NoComponents = "FLP011";
    public const string ConstructorFailed = "FLP012";
    public const string ServiceMissing = "FLP013";
    public const string NoPluginFound = "FLP014";
    public const string LoadFailed = "FLP015";
    public const string SettingsRefused = "FLP017";
    public const string ContractMembers = "FLP018";
    public const string NotLoadedInTime = "FLP019";
}
