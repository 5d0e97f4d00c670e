using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowLab.Host.Manifests;

/// <summary>JSON text to nodes; repeated keys are faults with their line instead of a silent choice.</summary>
internal sealed class ManifestParser(byte[] text, FaultCollector faults)
{
    /// <summary>The document; null if it is no JSON.</summary>
    public JsonNode? Parse()
    {
        var reader = new Utf8JsonReader(text, ManifestJson.Reading);
        try
        {
            reader.Read();
            JsonNode? root = ReadValue(ref reader, JsonPath.Root);
            reader.Read();
            return root;
        }
        catch (JsonException failure)
        {
            faults.Add(new ManifestFault(ManifestFaultNumbers.NotJson, JsonPath.Root,
                $"this is not JSON, line {failure.LineNumber + 1}, position {failure.BytePositionInLine + 1}: {FirstSentence(failure.Message)}"));
            return null;
        }
    }

    private JsonNode? ReadValue(ref Utf8JsonReader reader, string path) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader, path),
        JsonTokenType.StartArray => ReadArray(ref reader, path),
        JsonTokenType.Null => null,
        _ => JsonValue.Create(JsonElement.ParseValue(ref reader)),
    };

    private JsonObject ReadObject(ref Utf8JsonReader reader, string path)
    {
        var values = new JsonObject();
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string key = reader.GetString()!;
            string keyPath = JsonPath.Property(path, key);
            bool isNew = keys.Add(key);
            if (!isNew)
                AddDuplicate(keyPath, key, reader.TokenStartIndex);
            reader.Read();
            JsonNode? value = ReadValue(ref reader, keyPath);
            if (isNew)
                values.Add(key, value);
        }
        return values;
    }

    private JsonArray ReadArray(ref Utf8JsonReader reader, string path)
    {
        var elements = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            elements.Add(ReadValue(ref reader, JsonPath.Element(path, elements.Count)));
        return elements;
    }

    private void AddDuplicate(string path, string key, long offset)
    {
        ReadOnlySpan<byte> before = text.AsSpan(0, (int)offset);
        int line = before.Count((byte)'\n') + 1;
        int position = before.Length - before.LastIndexOf((byte)'\n');
        faults.Add(new ManifestFault(ManifestFaultNumbers.DuplicateKey, path,
            $"the key \"{key}\" stands in this object twice, upper and lower case being the same; the second is on line {line}, position {position}"));
    }

    /// <summary>The runtime's message without its own account of path and line.</summary>
    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
