using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FlowLab.Host.Plugins;

/// <summary>Compares what a plugin was compiled against with the contract of this host, member by member, before anything of it is loaded.</summary>
internal sealed class ContractUse
{
    private readonly MetadataReader _reader;
    private readonly ContractMembers _contract = ContractMembers.OfHost;

    private ContractUse(MetadataReader reader) => _reader = reader;

    /// <summary>What does not fit, each in a few words; empty if everything does.</summary>
    /// <param name="file">The plugin's DLL.</param>
    public static IReadOnlyList<string> FindMisfits(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var use = new ContractUse(image.GetMetadataReader());
        return [.. use.MissingTypes().Concat(use.MissingMembers()).Concat(use.MissingImplementations()).Distinct()];
    }

    private IEnumerable<string> MissingTypes() =>
        from handle in _reader.TypeReferences
        where IsContract(handle)
        let name = ContractTypeNames.NameOf(_reader, handle)
        where !_contract.HasType(name)
        select $"it uses {name}, which is not there";

    private IEnumerable<string> MissingMembers()
    {
        foreach (MemberReferenceHandle handle in _reader.MemberReferences)
        {
            MemberReference member = _reader.GetMemberReference(handle);
            if (TypeOf(member.Parent) is not { } type || !_contract.HasType(type))
                continue;
            string text = _reader.GetString(member.Name) + (member.GetKind() == MemberReferenceKind.Field
                ? $" : {member.DecodeFieldSignature(ContractTypeNames.Instance, null)}"
                : ContractTypeNames.Text(member.DecodeMethodSignature(ContractTypeNames.Instance, null)));
            if (!_contract.HasMember(type, text))
                yield return $"it uses {type}.{text}, which is not there";
        }
    }

    private IEnumerable<string> MissingImplementations()
    {
        foreach (TypeDefinitionHandle handle in _reader.TypeDefinitions)
        {
            TypeDefinition type = _reader.GetTypeDefinition(handle);
            if (type.Attributes.HasFlag(System.Reflection.TypeAttributes.Interface) || !ReadMethods(handle, out HashSet<string> methods))
                continue;
            foreach (InterfaceImplementationHandle implementation in type.GetInterfaceImplementations())
                if (TypeOf(_reader.GetInterfaceImplementation(implementation).Interface) is { } contract)
                    foreach (string demand in _contract.DemandsOf(contract).Where(demand => !methods.Contains(demand)))
                        yield return $"{ContractTypeNames.NameOf(_reader, handle)} lacks {contract}.{demand}";
        }
    }

    /// <summary>The methods of a class and its base classes, explicit implementations under the name of what they implement.</summary>
    /// <returns>False if a base class is of another assembly than the plugin's, so that not all are known.</returns>
    private bool ReadMethods(TypeDefinitionHandle handle, out HashSet<string> methods)
    {
        methods = [];
        while (true)
        {
            TypeDefinition type = _reader.GetTypeDefinition(handle);
            methods.UnionWith(type.GetMethods().Select(method => ContractMembers.Text(_reader, _reader.GetMethodDefinition(method))));
            foreach (MethodImplementationHandle explicitly in type.GetMethodImplementations())
                if (_reader.GetMethodImplementation(explicitly).MethodDeclaration is { Kind: HandleKind.MemberReference } declaration)
                    methods.Add(Text((MemberReferenceHandle)declaration));
            if (type.BaseType.IsNil)
                return true;
            if (type.BaseType.Kind != HandleKind.TypeDefinition)
                return type.BaseType.Kind == HandleKind.TypeReference && IsObject((TypeReferenceHandle)type.BaseType);
            handle = (TypeDefinitionHandle)type.BaseType;
        }
    }

    private string Text(MemberReferenceHandle handle)
    {
        MemberReference member = _reader.GetMemberReference(handle);
        return _reader.GetString(member.Name) + ContractTypeNames.Text(member.DecodeMethodSignature(ContractTypeNames.Instance, null));
    }

    private bool IsObject(TypeReferenceHandle handle) => ContractTypeNames.NameOf(_reader, handle) is "System.Object" or "System.ValueType";

    /// <summary>Name of a type of the contract, without type arguments; null for others.</summary>
    private string? TypeOf(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeReference)
            return IsContract((TypeReferenceHandle)handle) ? ContractTypeNames.NameOf(_reader, (TypeReferenceHandle)handle) : null;
        if (handle.Kind != HandleKind.TypeSpecification)
            return null;
        string name = _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(ContractTypeNames.Instance, null).Split('<')[0];
        return _contract.HasType(name) ? name : null;
    }

    private bool IsContract(TypeReferenceHandle handle)
    {
        EntityHandle scope = _reader.GetTypeReference(handle).ResolutionScope;
        while (scope.Kind == HandleKind.TypeReference)
            scope = _reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        return scope.Kind == HandleKind.AssemblyReference
            && _reader.StringComparer.Equals(_reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name, ContractMembers.AssemblyName);
    }
}
