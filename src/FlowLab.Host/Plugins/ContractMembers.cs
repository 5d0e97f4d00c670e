using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using FlowLab.Plugins;

namespace FlowLab.Host.Plugins;

/// <summary>The types and members of the contract that this host has, read once.</summary>
internal sealed class ContractMembers
{
    private static readonly Lazy<ContractMembers> Host = new(() => new ContractMembers(typeof(PluginContract).Assembly.Location));

    private readonly FrozenDictionary<string, FrozenSet<string>> _members;
    private readonly FrozenDictionary<string, string> _bases;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _demands;

    private ContractMembers(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        MetadataReader reader = image.GetMetadataReader();
        var members = new Dictionary<string, FrozenSet<string>>();
        var bases = new Dictionary<string, string>();
        var demands = new Dictionary<string, IReadOnlyList<string>>();
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            string name = ContractTypeNames.NameOf(reader, handle);
            members[name] = MembersOf(reader, type).ToFrozenSet();
            if (type.BaseType is { IsNil: false, Kind: HandleKind.TypeDefinition })
                bases[name] = ContractTypeNames.NameOf(reader, (TypeDefinitionHandle)type.BaseType);
            if (type.Attributes.HasFlag(TypeAttributes.Interface) && type.GetGenericParameters().Count == 0)
                demands[name] = [.. type.GetMethods().Select(reader.GetMethodDefinition).Where(method => method.Attributes.HasFlag(MethodAttributes.Abstract)).Select(method => Text(reader, method))];
        }
        (_members, _bases, _demands) = (members.ToFrozenDictionary(), bases.ToFrozenDictionary(), demands.ToFrozenDictionary());
    }

    /// <summary>Those of this host.</summary>
    public static ContractMembers OfHost => Host.Value;

    /// <summary>Simple name of the assembly with the contract.</summary>
    public static string AssemblyName { get; } = typeof(PluginContract).Assembly.GetName().Name!;

    /// <summary>Whether there is such a type.</summary>
    public bool HasType(string type) => _members.ContainsKey(type);

    /// <summary>Whether a type, or one that it is derived from, has such a member.</summary>
    public bool HasMember(string type, string member)
    {
        for (string? at = type; at is not null; at = _bases.GetValueOrDefault(at))
            if (_members.TryGetValue(at, out FrozenSet<string>? members) && members.Contains(member))
                return true;
        return !_members.ContainsKey(type);
    }

    /// <summary>The methods that a class with this interface has to have; none if it is no interface of the contract, or a generic one.</summary>
    public IReadOnlyList<string> DemandsOf(string type) => _demands.GetValueOrDefault(type, []);

    /// <summary>A method with its signature, as one text.</summary>
    public static string Text(MetadataReader reader, MethodDefinition method) =>
        reader.GetString(method.Name) + ContractTypeNames.Text(method.DecodeSignature(ContractTypeNames.Instance, null));

    private static IEnumerable<string> MembersOf(MetadataReader reader, TypeDefinition type) =>
        type.GetMethods().Select(handle => Text(reader, reader.GetMethodDefinition(handle)))
            .Concat(type.GetFields().Select(reader.GetFieldDefinition).Select(field => $"{reader.GetString(field.Name)} : {field.DecodeSignature(ContractTypeNames.Instance, null)}"));
}
