import { describedBy, type FieldProps, FormField } from './form-field';

/** Files to attach. The form needs no encType: React sets it for server actions. */
export function FileField({
  label,
  name,
  id = name,
  required,
  support,
  error,
  accept,
  multiple,
}: FieldProps & { accept?: string; multiple?: boolean }) {
  return (
    <FormField {...{ label, name, id, required, support, error }}>
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        multiple={multiple}
        className="w-full rounded-8 border border-dashed border-solid-gray-600 bg-white p-3 text-std-16N-170 file:mr-4 file:min-h-9 file:cursor-pointer file:rounded-8 file:border file:border-blue-900 file:bg-white file:px-4 file:font-700 file:text-blue-900 hover:file:bg-blue-50 aria-[invalid=true]:border-error-1"
        {...describedBy(id, { support, error })}
      />
    </FormField>
  );
}
